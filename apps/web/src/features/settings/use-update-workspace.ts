import { useMutation } from "@apollo/client/react";
import { UpdateWorkspaceDocument, type UpdateWorkspaceInput } from "../../gql/graphql";

/** Saves settings and answers what was refused. The new values reach everything that shows the workspace by themselves. */
export function useUpdateWorkspace() {
  const [update] = useMutation(UpdateWorkspaceDocument);
  return async (input: UpdateWorkspaceInput) => {
    const { data } = await update({ variables: { input } });
    return data?.updateWorkspace.userErrors ?? [];
  };
}
