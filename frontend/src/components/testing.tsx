/** Rendering for tests: what every component may count on. */
import { MantineProvider } from "@mantine/core";
import { render, type RenderResult } from "@testing-library/react";
import type { ReactElement } from "react";

export const shown = (element: ReactElement): RenderResult =>
  render(<MantineProvider env="test">{element}</MantineProvider>);
