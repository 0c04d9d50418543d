import type { LanguageCode } from "@usher/rules/language";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { id, integer, moment, nullable, text, word } from "../db/columns.js";

@Entity("workspaces")
@Index("workspaces_founded", ["foundedOnce"], { unique: true })
export class Workspace {
  @PrimaryColumn(id) id!: string;
  @Column(text(100)) name!: string;
  /** The first account. */
  @Column(id) founderId!: string;
  @Column(word) defaultLanguage!: LanguageCode;
  /** IANA name, such as Europe/Brussels: the days of the workspace are days there. */
  @Column(text(64)) timeZone!: string;
  @Column(integer) invitationLifetimeHours!: number;
  @Column(integer) activationLifetimeHours!: number;
  /** 1 and unique: an installation holds one founded workspace, whoever asks twice at once. */
  @Column(nullable(integer)) foundedOnce!: number | null;
  @Column(moment) createdAt!: Date;
}
