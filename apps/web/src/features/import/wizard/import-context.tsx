import { createContext, type ReactNode, use, useSyncExternalStore } from "react";
import { openFile } from "../file/open-file";
import { ImportUpload } from "../upload/import-upload";
import type { Upload } from "../upload/upload-state";
import { browserKeeper } from "./browser-keeper";
import { ImportWizard } from "./import-wizard";
import type { Wizard } from "./wizard-state";

interface InHand {
  wizard: ImportWizard;
  upload: ImportUpload;
}

/** One of each a tab, whatever page is shown: moving through the app neither loses nor stops anything. */
const ofThisTab: InHand = {
  wizard: new ImportWizard({ open: openFile, keeper: browserKeeper }),
  upload: new ImportUpload(),
};

const InHandContext = createContext(ofThisTab);

/** Another wizard in place of the tab's: for tests. */
export function ImportProvider({ inHand, children }: { inHand: InHand; children: ReactNode }) {
  return <InHandContext value={inHand}>{children}</InHandContext>;
}

export function useInHand(): InHand {
  return use(InHandContext);
}

export function useWizard(): Wizard {
  const { wizard } = useInHand();
  return useSyncExternalStore(wizard.subscribe, wizard.current);
}

/** What this tab is sending for an import, if it is. */
export function useUpload(importId: string): Upload | null {
  const { upload } = useInHand();
  return useSyncExternalStore(upload.subscribe, () => upload.of(importId));
}
