/** Where the browser app starts. */
import "@mantine/core/styles.layer.css";
import "@fontsource-variable/inter";
import "@/app/theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "@/app/App";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
