import { Column, Entity, PrimaryColumn } from "typeorm";
import { day, id, integer, word } from "../db/columns.js";

export const onboardingSteps = ["INVITED", "DELIVERED", "OPENED", "ACCEPTED", "CREATED", "ACTIVATED"] as const;
export type OnboardingStep = (typeof onboardingSteps)[number];

/**
 * How many people came how far on a day of the workspace: what Home reads instead of counting its people. Spread over a few
 * rows, so that whoever works at the same moment rarely waits for the same one.
 */
@Entity("day_counts")
export class DayCount {
  @PrimaryColumn(id) workspaceId!: string;
  @PrimaryColumn(day) day!: string;
  @PrimaryColumn(word) step!: OnboardingStep;
  @PrimaryColumn(integer) shard!: number;
  @Column(integer) people!: number;
}
