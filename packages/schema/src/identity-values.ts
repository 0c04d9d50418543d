import "reflect-metadata";
import { Field, InputType, ObjectType } from "type-graphql";
import { enumOf, type ValueOf } from "./enum.js";
import { LocalDate } from "./scalars.js";

export const IdentityStatus = enumOf("IdentityStatus", "How far somebody's digital identity is.", {
  NONE: "Nothing is known yet.",
  DRAFT: "Begun: some of it is known, and it waits to be completed and submitted.",
  SUBMITTED: "Complete; it waits for somebody with MANAGE_USERS to look at it.",
  VALIDATED: "Looked at and found right, or registered by somebody with MANAGE_USERS.",
  REJECTED: "Looked at: the fields that are named with reasons are to be corrected and submitted again.",
});
export type IdentityStatus = ValueOf<typeof IdentityStatus>;

export const DocumentKind = enumOf("DocumentKind", "Which kind of identity document was shown.", {
  IDENTITY_CARD: "A national identity card.",
  PASSPORT: "A passport.",
  RESIDENCE_PERMIT: "A residence permit.",
  DRIVING_LICENCE: "A driving licence.",
});
export type DocumentKind = ValueOf<typeof DocumentKind>;

export const Asked = enumOf("Asked", "How a workspace asks for a field of the digital identity.", {
  REQUIRED: "Without it nothing can be submitted.",
  OPTIONAL: "Asked, and may stay empty.",
  HIDDEN: "Not asked, and refused when it is given.",
});
export type Asked = ValueOf<typeof Asked>;

const text = (words: string) => ({ nullable: true, description: words }) as const;

@InputType({
  description:
    "A digital identity as given. Every value is text that is checked by rules; outer spaces are dropped, empty is the same as absent. What the workspace asks for stands in `Workspace.identityFields`.",
})
export class IdentityInput {
  @Field(() => String, text("First names as documents have them, at most 100 characters."))
  legalFirstName?: string | null;

  @Field(() => String, text("Last name as documents have it, at most 100 characters."))
  legalLastName?: string | null;

  @Field(() => String, text("The day of birth: yyyy-mm-dd, dd/mm/yyyy, dd.mm.yyyy or dd-mm-yyyy; not in the future."))
  dateOfBirth?: string | null;

  @Field(() => String, text("The town of birth, at most 100 characters."))
  placeOfBirth?: string | null;

  @Field(() => String, text("A country: ISO 3166-1 code, or its name in English, French or Dutch."))
  nationality?: string | null;

  @Field(
    () => String,
    text(
      "The tax office's number of the person. Checked by the rules of `country` where these are known; at most 40 characters.",
    ),
  )
  taxNumber?: string | null;

  @Field(() => String, text("International (+32 ...), or as it is written in `country`."))
  phone?: string | null;

  @Field(() => String, text("Street and house number, at most 200 characters."))
  street?: string | null;

  @Field(() => String, text("At most 20 characters."))
  postalCode?: string | null;

  @Field(() => String, text("Town, at most 100 characters."))
  city?: string | null;

  @Field(() => String, text("The country of residence: ISO 3166-1 code, or its name in English, French or Dutch."))
  country?: string | null;

  @Field(
    () => String,
    text('"identity card", "passport", "residence permit", "driving licence", or their names in fr and nl.'),
  )
  documentKind?: string | null;

  @Field(() => String, text("The document's number, at most 40 characters."))
  documentNumber?: string | null;
}

@ObjectType({
  description: "What a digital identity says. Sealed where it is stored; that somebody else's was read is recorded.",
})
export class IdentityValues {
  @Field(() => String, text("First names as documents have them."))
  legalFirstName!: string | null;

  @Field(() => String, text("Last name as documents have it."))
  legalLastName!: string | null;

  @Field(() => LocalDate, text("The day of birth."))
  dateOfBirth!: string | null;

  @Field(() => String, text("The town of birth."))
  placeOfBirth!: string | null;

  @Field(() => String, text("A country's code (ISO 3166-1 alpha-2)."))
  nationality!: string | null;

  @Field(() => String, text("The tax office's number of the person, as it was given."))
  taxNumber!: string | null;

  @Field(() => String, text("E.164: +32470123456."))
  phone!: string | null;

  @Field(() => String, text("Street and house number."))
  street!: string | null;

  @Field(() => String, text("Postal code."))
  postalCode!: string | null;

  @Field(() => String, text("Town."))
  city!: string | null;

  @Field(() => String, text("The country of residence, by its code (ISO 3166-1 alpha-2)."))
  country!: string | null;

  @Field(() => DocumentKind, text("Which document was shown."))
  documentKind!: DocumentKind | null;

  @Field(() => String, text("The document's number."))
  documentNumber!: string | null;
}
