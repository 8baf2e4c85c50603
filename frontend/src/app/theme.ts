/** Bifocal's look, told to Mantine: ink on paper, one radius, one shadow, quiet by default. */
import { createTheme, type MantineColorsTuple } from "@mantine/core";
import controls from "@/app/controls.module.css";
import { messages } from "@/lib/messages";

const clearing = { clearButtonProps: { "aria-label": messages.common.clear } };
// The list itself scrolls, which the keys of its field move: an area around it could not be reached by keyboard.
const choosing = {
  ...clearing,
  nothingFoundMessage: messages.common.nothingFound,
  comboboxProps: { shadow: "sm" },
  withScrollArea: false,
  classNames: { options: controls.choices },
};
const closing = { closeButtonProps: { "aria-label": messages.common.close } };

const ink: MantineColorsTuple = [
  "#f6f5f3",
  "#edebe7",
  "#dedbd5",
  "#c4c0b8",
  "#a19c93",
  "#7f7a72",
  "#625e57",
  "#45423d",
  "#262421",
  "#161513",
];

// Mantine draws dark surfaces from this tuple: 0 is text, 7 is the page.
const dark: MantineColorsTuple = [
  "#ececea",
  "#b9b8b4",
  "#a09f9b",
  "#6f6e6c",
  "#3b3b3f",
  "#2b2b2f",
  "#1f1f22",
  "#151517",
  "#101012",
  "#0b0b0c",
];

export const theme = createTheme({
  // Mantine's own greys are bluish; everything here is of the colour of paper and ink.
  colors: { ink, dark, gray: ink },
  primaryColor: "ink",
  primaryShade: { light: 8, dark: 0 },
  autoContrast: true,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  defaultRadius: "sm",
  radius: { sm: "6px", md: "6px", lg: "6px" },
  shadows: { sm: "var(--shadow)", md: "var(--shadow)", lg: "var(--shadow)", xl: "var(--shadow)" },
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.375rem", lineHeight: "1.3" },
      h2: { fontSize: "1rem", lineHeight: "1.4" },
      h3: { fontSize: "0.875rem", lineHeight: "1.5" },
    },
  },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "xs", variant: "default" }, classNames: { root: controls.button } },
    Kbd: { classNames: { root: controls.key } },
    Input: {
      vars: () => ({
        wrapper: {
          "--input-height": "32px",
          "--input-size": "32px",
          "--input-fz": "13px",
          "--input-bd": "var(--line)",
        },
      }),
    },
    Checkbox: {
      defaultProps: { radius: 4, color: "var(--ink)", iconColor: "var(--paper)" },
      classNames: { input: controls.box },
    },
    Radio: { defaultProps: { color: "var(--ink)", iconColor: "var(--paper)" }, classNames: { radio: controls.box } },
    InputWrapper: { classNames: { label: controls.label } },
    SegmentedControl: { classNames: { root: controls.segments } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray" }, classNames: { root: controls.icon } },
    TextInput: { defaultProps: { size: "sm" } },
    Select: { defaultProps: { size: "sm", allowDeselect: false, ...choosing } },
    MultiSelect: { defaultProps: { size: "sm", ...choosing } },
    Textarea: { defaultProps: { size: "sm", autosize: true, minRows: 2, maxRows: 12 } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, fz: "xs" } },
    // What opens belongs to the page's content, as all does that a screen reader goes through by landmarks.
    Popover: { defaultProps: { shadow: "sm", portalProps: { target: "#content" } } },
    // A menu holds items and nothing else: the first of them gets the focus.
    Menu: { defaultProps: { shadow: "sm", withInitialFocusPlaceholder: false } },
    // The head of a dialog is no banner of the page.
    ModalHeader: { defaultProps: { role: "presentation" } },
    Modal: {
      classNames: { content: controls.dialog, header: controls.dialogHead, title: controls.dialogTitle },
      defaultProps: {
        ...closing,
        shadow: "sm",
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 0.3 },
      },
    },
    Loader: { defaultProps: { size: "sm" } },
  },
});
