import { type AskedFields, type IdentityField, usualFields } from "@usher/rules/identity-fields";
import type { ReactNode } from "react";
import { Answers } from "../../../../test/answers";
import { aFile } from "../../../../test/file-workers";
import { aFounder } from "../../../../test/people";
import { renderPage } from "../../../../test/render-app";
import { openFile } from "../file/open-file";
import { ImportUpload } from "../upload/import-upload";
import { ImportProvider } from "../wizard/import-context";
import { ImportWizard } from "../wizard/import-wizard";
import { KeptInMemory } from "../wizard/testing/kept-in-memory";

interface Setting {
  /** The file in hand; none when it is left out. */
  csv?: string;
  name?: string;
  at: string;
  path?: string;
  answers?: Record<string, (variables: never) => unknown>;
  also?: { path: string; element: ReactNode }[];
  memory?: KeptInMemory;
  /** How the workspace asks for the fields of an identity, where it is not as usual. */
  asked?: Partial<AskedFields>;
}

/** One page of the import with a file in hand, read by the real engine, the server's answers given by the test. */
export async function renderImport(
  page: ReactNode,
  {
    csv,
    name,
    at,
    path = at,
    answers: more = {},
    also = [],
    memory = new KeptInMemory(),
    asked: notAsUsual = {},
  }: Setting,
) {
  const wizard = new ImportWizard({ open: openFile, keeper: memory.tab() });
  const upload = new ImportUpload();
  const inHand = { wizard, upload };
  const founder = aFounder();
  const asked = { ...usualFields, ...notAsUsual };
  const identityFields = founder.workspace.identityFields.map((each) => ({
    ...each,
    asked: asked[each.field as IdentityField],
  }));
  const viewer = { ...founder, workspace: { ...founder.workspace, identityFields } };
  const answers = new Answers({
    ImportSetup: () => ({ workspace: { __typename: "Workspace", id: "w1", timeZone: "Europe/Brussels" } }),
    ColumnMapping: () => ({ columnMapping: null }),
    KnownNames: () => ({}),
    WhoIsHere: ({ emails }: { emails: string[] }) => ({
      availability: {
        __typename: "AvailabilityResult",
        emails: emails.map((value) => ({ __typename: "AvailabilityEntry", value, availability: "FREE" })),
      },
    }),
    ...more,
  });
  const office = { viewerId: viewer.user.id, asked, recall: async () => null, whoIsHere: async () => [] };
  if (csv === undefined) await wizard.wake(office);
  else await wizard.choose(aFile(csv, name), office);
  const within = (element: ReactNode) => <ImportProvider inHand={inHand}>{element}</ImportProvider>;
  const page_ = renderPage(within(page), {
    answers,
    at,
    path,
    viewer,
    also: also.map(({ path, element }) => ({ path, element: within(element) })),
  });
  return { ...page_, answers, wizard, upload, memory };
}
