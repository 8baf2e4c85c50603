/** How the browser app is built, served while developing, and tested. */
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.BIFOCAL_SERVER ?? "http://127.0.0.1:8000";

export default defineConfig(({ command }) => ({
  // Django serves the built files as static files; while developing, Vite serves everything itself.
  base: command === "build" ? "/static/app/" : "/",
  plugins: [react()],
  resolve: { alias: { "@icons": here("../apps/systems/icons.json"), "@": here("./src") } },
  build: {
    target: "es2023",
    sourcemap: false,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every page needs comes in few files rather than forty; the canvas and each page stay apart.
          groups: [
            {
              name: "vendor",
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|openapi-fetch)[\\/]/,
              priority: 3,
            },
            {
              name: "interface",
              test: /node_modules[\\/](@mantine|@floating-ui|@tabler|clsx)[\\/]|icons\.json/,
              priority: 2,
            },
            // The words are read before anything that says them; another language comes in a file of its own.
            {
              name: "words",
              test: /src[\\/]lib[\\/](language|text|messages[\\/](index|en[\\/]\w+))\.ts$/,
              priority: 4,
            },
            // Folders of components, such as tables, come with the page that shows them.
            { name: "parts", test: /src[\\/]api[\\/]|src[\\/](components|lib)[\\/][^\\/]+$/, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    fs: { allow: [here("."), here("../apps/systems")] },
    // The server checks that a write comes from its own address, so it has to see the one that the browser sees.
    proxy: Object.fromEntries(
      ["/api", "/accounts", "/static", "/live"].map((path) => [
        path,
        { target: server, ws: path === "/live", changeOrigin: false },
      ]),
    ),
  },
  test: {
    environment: "jsdom",
    // One page for all files of a worker: to make it takes ten times as long as the tests; the set-up tidies it.
    isolate: false,
    setupFiles: ["./vitest.setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    css: false,
  },
}));
