import type { ReactNode } from "react";
import { PageHeader } from "../../../ui/page-header";
import { ImportStepNav } from "./import-step-nav";

/** A step's own title under the steps; the focus lands on it. */
export function StepHeader({ title, lead }: { title: string; lead?: ReactNode }) {
  return <PageHeader title={title} lead={lead} above={<ImportStepNav />} />;
}
