import { useViewer } from "../../apollo/viewer";
import { IdentitySummary } from "../../ui/identity-form/identity-summary";
import { askedFields } from "../../ui/identity-form/identity-values";
import type { OwnIdentity } from "./use-own-identity";

/** What was sent, to read. */
export function Sent({ identity }: { identity: OwnIdentity }) {
  const { workspace } = useViewer();
  if (!identity.values) return null;
  return <IdentitySummary values={identity.values} asked={askedFields(workspace.identityFields)} />;
}
