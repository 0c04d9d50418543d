import { enumOf, type ValueOf } from "./enum.js";

export const Permission = enumOf(
  "Permission",
  "A right that the founder grants to a user, beyond what the user's type gives. A revoked one bites at once.",
  {
    USER_REGISTRATION: "Opens the section User registration, and lets a MEMBER invite and create MEMBERs.",
    CAN_BULK_INVITE:
      "Allows `bulkInvite` and imports to those who may also add people. Without it: 50 people a call, 200 an hour.",
    MANAGE_USERS: "Allows to read, register, validate and reject digital identities.",
  },
);
export type Permission = ValueOf<typeof Permission>;
