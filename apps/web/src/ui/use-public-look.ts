import { useQuery } from "@apollo/client/react";
import { useComputedColorScheme } from "@mantine/core";
import { onDark } from "@usher/rules/accent-color";
import type { CSSProperties } from "react";
import { PublicLookDocument } from "../gql/graphql";

/** The workspace as people meet it who are not (yet) signed in. The page is whole without it, so nothing waits for it. */
export function usePublicLook() {
  const { data } = useQuery(PublicLookDocument, { errorPolicy: "ignore" });
  const scheme = useComputedColorScheme("light");
  const look = data?.publicLook;
  const color = look?.accentColor;
  return {
    name: look?.name,
    logoUrl: look?.logoUrl,
    style: color ? colored(color, scheme === "dark") : undefined,
  };
}

/** The component library's variables for what has the accent colour. */
function colored(color: string, isDark: boolean): CSSProperties {
  const pressed = `color-mix(in srgb, ${color}, black 15%)`;
  const words = isDark ? onDark(color) : color;
  return {
    "--mantine-color-ink-filled": color,
    "--mantine-color-ink-filled-hover": pressed,
    "--mantine-primary-color-filled": color,
    "--mantine-primary-color-filled-hover": pressed,
    "--mantine-color-anchor": words,
    "--mantine-color-ink-outline": words,
  } as CSSProperties;
}
