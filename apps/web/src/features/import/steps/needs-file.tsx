import type { ReactNode } from "react";
import { useWizard } from "../wizard/import-context";
import type { Open } from "../wizard/wizard-state";
import { FileStep } from "./file-step";

/** A step that works on a file; without one, the way to choose one. */
export function NeedsFile({ children }: { children: (wizard: Open) => ReactNode }) {
  const wizard = useWizard();
  return wizard.at === "open" ? children(wizard) : <FileStep />;
}
