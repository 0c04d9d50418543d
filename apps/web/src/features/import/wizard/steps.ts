/** Named by what the person does. The address holds the step. */
export const steps = ["file", "columns", "check", "send"] as const;
export type Step = (typeof steps)[number];

export const addressOf = (step: Step) => `/import/${step}`;

export function stepAt(pathname: string): Step {
  return steps.find((step) => pathname === addressOf(step)) ?? "file";
}
