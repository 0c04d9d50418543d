import { Text } from "@mantine/core";
import type { RefusalFragment } from "../../gql/graphql";
import { useErrorWords } from "../../ui/error-words";

/** Why the server did not do it; nothing was changed. */
export function RefusalLine({ refused }: { refused: RefusalFragment | null | undefined }) {
  const words = useErrorWords();
  if (!refused) return null;
  return (
    <Text size="sm" c="var(--usher-bad)" role="alert">
      {words(refused.code, refused.message)}
    </Text>
  );
}
