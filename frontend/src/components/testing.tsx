/** Rendering for tests: what every component may count on. */
import { MantineProvider } from "@mantine/core";
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from "@tanstack/react-router";
import { render, type RenderResult } from "@testing-library/react";
import type { ReactElement } from "react";

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });

export const shown = (element: ReactElement): RenderResult =>
  render(
    <RouterContextProvider router={router as never}>
      <MantineProvider env="test">{element}</MantineProvider>
    </RouterContextProvider>,
  );
