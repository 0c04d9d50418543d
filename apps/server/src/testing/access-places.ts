import type { Group } from "../groups/group.entity.js";
import type { ProgramSession } from "../program-sessions/program-session.entity.js";
import type { User } from "../users/user.entity.js";
import { aGroup } from "./a-group.js";
import { aProgramSession } from "./a-program-session.js";
import type { TestApp } from "./start-app.js";

/** The groups and program sessions that the table speaks of. */
export interface Places {
  /** The own group of `groupadmin` and `instructor`, and of `unregistered`. */
  readonly one: Group;
  /** The own group of `othergroup`. */
  readonly two: Group;
  /** Nobody's. */
  readonly three: Group;
  /** The session of group one that `instructor` instructs, and one that they do not. */
  readonly session: ProgramSession;
  readonly anotherSession: ProgramSession;
}

interface People {
  readonly groupadmin?: User;
  readonly instructor?: User;
  readonly othergroup?: User;
  readonly unregistered?: User;
}

/** Stores them with whoever belongs there. */
export async function accessPlaces(
  test: TestApp,
  { groupadmin, instructor, othergroup, unregistered }: People,
): Promise<Places> {
  const those = (...users: (User | undefined)[]) => users.flatMap((user) => user ?? []);
  const administrators = those(groupadmin, unregistered);
  const one = await aGroup(test, "Group one", { ADMINISTRATOR: administrators, COACH: those(instructor) });
  return {
    one,
    two: await aGroup(test, "Group two", { ADMINISTRATOR: those(othergroup) }),
    three: await aGroup(test, "Group three"),
    session: await aProgramSession(test, one, { INSTRUCTOR: those(instructor, unregistered) }),
    anotherSession: await aProgramSession(test, one),
  };
}
