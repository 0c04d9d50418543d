import "reflect-metadata";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { enumOf, type ValueOf } from "./enum.js";

export const TaskStatus = enumOf("TaskStatus", "How a task stands.", {
  RUNNING: "Waiting or at work.",
  DONE: "All was attempted; some may have been refused.",
  FAILED: "Stopped before all was attempted; what was done stays done.",
});
export type TaskStatus = ValueOf<typeof TaskStatus>;

@ObjectType({
  description:
    "A bulk action that is too large for one request and goes on in the background. What was not attempted is `total - done - refused`.",
})
export class Task {
  @Field(() => ID, { description: "A UUID; ask `task(id)` for the progress." })
  id!: string;

  @Field(() => TaskStatus, { description: "How it stands." })
  status!: TaskStatus;

  @Field(() => Int, { description: "How many are done." })
  done!: number;

  @Field(() => Int, { description: "How many were refused." })
  refused!: number;

  @Field(() => Int, { description: "How many there are." })
  total!: number;

  @Field(() => String, {
    nullable: true,
    description:
      "Where the file lies that an export made, a path on this server: for a day, and for the session that asked. Null before, and for tasks that make none.",
  })
  downloadUrl!: string | null;
}
