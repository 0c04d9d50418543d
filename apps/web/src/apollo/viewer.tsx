import { createContext, type ReactNode, use } from "react";
import type { ViewerFieldsFragment } from "../gql/graphql";

export type Viewer = ViewerFieldsFragment;

const ViewerContext = createContext<Viewer | null>(null);

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** Who is signed in; null on the pages of those who are not. */
export const useViewerIfAny = (): Viewer | null => use(ViewerContext);

/** Who is signed in. Only inside the shell, which opens for nobody else. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error("useViewer outside of the signed-in part of the app");
  return viewer;
}
