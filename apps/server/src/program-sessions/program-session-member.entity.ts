import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, moment, nullable, text, word } from "../db/columns.js";

export type SessionPart = "INSTRUCTOR" | "PARTICIPANT";

/**
 * Somebody's place in a program session: a user's, or, for an address that has no account yet, one that waits for it. Exactly
 * one of `userId` and `emailKey` is set.
 */
@Entity("program_session_members")
@Index("program_session_members_user", ["programSessionId", "part", "userId"], { unique: true })
@Index("program_session_members_email", ["programSessionId", "part", "emailKey"], { unique: true })
@Index("program_session_members_place", ["programSessionId", "part", "id"])
@Index("program_session_members_of", ["workspaceId", "userId"])
@Index("program_session_members_awaited", ["workspaceId", "emailKey"])
export class ProgramSessionMember {
  @PrimaryColumn(id) id!: string;
  @Column(id) workspaceId!: string;
  @Column(id) programSessionId!: string;
  @Column(word) part!: SessionPart;
  @Column(nullable(id)) userId!: string | null;
  /** As it was given, and the key by which the account is recognised once there is one. */
  @Column(nullable(text(254))) email!: string | null;
  @Column(nullable(text(254))) emailKey!: string | null;
  /** Whoever says so must still be allowed to when the person comes (F57). */
  @Column(id) addedById!: string;
  @Column(moment) createdAt!: Date;
}
