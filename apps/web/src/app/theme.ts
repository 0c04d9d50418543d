import {
  Anchor,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  Popover,
  Table,
  Tabs,
  Tooltip,
} from "@mantine/core";

/** The one accent. Shade 6 on white and white on it both reach 6:1. */
const ink: MantineColorsTuple = [
  "#eff2fd",
  "#dee4fa",
  "#bcc8f4",
  "#96a8ec",
  "#7c92e8",
  "#556edb",
  "#3b54cb",
  "#3146ad",
  "#28398c",
  "#1d2a66",
];

const gray: MantineColorsTuple = [
  "#f8f8f9",
  "#f1f1f3",
  "#e7e7ea",
  "#d9dade",
  "#bbbcc4",
  "#82848f",
  "#63656f",
  "#4a4c55",
  "#32333b",
  "#1b1c21",
];

const dark: MantineColorsTuple = [
  "#e6e7eb",
  "#c6c8cf",
  "#a0a2ad",
  "#7d7f8b",
  "#3b3c45",
  "#2b2c34",
  "#202127",
  "#17181c",
  "#111215",
  "#0b0c0e",
];

const quick = { duration: 120 };
const title = { fontWeight: 600, lineHeight: 1.35, overflowWrap: "anywhere" } as const;
const dim = { backgroundOpacity: 0.4 };

export const theme = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 6, dark: 6 },
  colors: { ink, gray, dark },
  black: "#1b1c21",
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "1rem", lg: "1.125rem", xl: "1.25rem" },
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.375rem", lineHeight: "1.3" },
      h2: { fontSize: "1.0625rem", lineHeight: "1.4" },
      h3: { fontSize: "0.9375rem", lineHeight: "1.45" },
    },
  },
  defaultRadius: "md",
  radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "16px" },
  shadows: {
    xs: "0 1px 2px rgb(16 17 22 / 6%)",
    sm: "0 1px 3px rgb(16 17 22 / 8%), 0 1px 2px rgb(16 17 22 / 4%)",
    md: "0 4px 14px rgb(16 17 22 / 10%), 0 1px 3px rgb(16 17 22 / 6%)",
    lg: "0 10px 30px rgb(16 17 22 / 14%), 0 2px 6px rgb(16 17 22 / 6%)",
    xl: "0 18px 48px rgb(16 17 22 / 18%)",
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  focusRing: "auto",
  components: {
    Anchor: Anchor.extend({ defaultProps: { underline: "hover" } }),
    Button: Button.extend({ defaultProps: { size: "sm" }, styles: { label: { fontWeight: 550 } } }),
    Drawer: Drawer.extend({
      defaultProps: { position: "right", transitionProps: quick, overlayProps: dim },
      styles: { title },
    }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"] },
      styles: {
        label: { fontWeight: 550, marginBottom: 5 },
        error: { marginTop: 6, lineHeight: 1.45 },
        description: { marginTop: 6, lineHeight: 1.45 },
      },
    }),
    // the placeholder is no menu item, which ARIA wants all in a menu to be; without it the first item has the focus
    Menu: Menu.extend({
      defaultProps: { transitionProps: quick, shadow: "md", withInitialFocusPlaceholder: false },
    }),
    Modal: Modal.extend({
      // above the drawer that asked, below what opens from within
      defaultProps: { centered: true, transitionProps: quick, overlayProps: dim, zIndex: 250 },
      styles: { title },
    }),
    Popover: Popover.extend({ defaultProps: { transitionProps: quick, shadow: "md" } }),
    Table: Table.extend({ defaultProps: { fz: "sm", verticalSpacing: 0, horizontalSpacing: "sm" } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 300, transitionProps: quick, events: { hover: true, focus: true, touch: true } },
    }),
  },
});

/** Colours with a meaning. They always stand beside words, never alone. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-error": "#b3261e",
    "--mantine-color-placeholder": "#73757f",
    "--mantine-color-disabled-color": "#73757f",
    "--usher-good": "#17693b",
    "--usher-good-soft": "#e9f5ee",
    "--usher-bad": "#b3261e",
    "--usher-bad-soft": "#fdf0ef",
    "--usher-warn": "#855300",
    "--usher-warn-soft": "#fdf5e4",
    "--usher-info": "#3146ad",
    "--usher-info-soft": "#eff2fd",
    "--usher-quiet": "#63656f",
    "--usher-quiet-soft": "#f1f1f3",
    "--usher-line": "#e7e7ea",
    "--usher-surface": "#ffffff",
    "--usher-ground": "#f8f8f9",
  },
  dark: {
    "--mantine-color-error": "#ff9a90",
    "--mantine-color-placeholder": "#8b8d99",
    "--mantine-color-disabled-color": "#8b8d99",
    "--usher-good": "#7fd6a3",
    "--usher-good-soft": "#17291f",
    "--usher-bad": "#ff9a90",
    "--usher-bad-soft": "#331b19",
    "--usher-warn": "#edc06a",
    "--usher-warn-soft": "#2e2513",
    "--usher-info": "#a9b8f5",
    "--usher-info-soft": "#1c2140",
    "--usher-quiet": "#a0a2ad",
    "--usher-quiet-soft": "#26272e",
    "--usher-line": "#2b2c34",
    "--usher-surface": "#1b1c21",
    "--usher-ground": "#121317",
  },
});
