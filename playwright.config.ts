import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

const port = Number(process.env.ALDEIA_E2E_PORT ?? 3911);
const baseURL = `http://localhost:${port}`;
const systemChromium = "/usr/bin/chromium";

// Where the system has a Chromium it is used, and kept from talking to its maker; elsewhere Playwright's own.
const launchOptions = existsSync(systemChromium)
  ? {
      executablePath: systemChromium,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    }
  : {};

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/browser",
  // One product, one database, two cores: journeys run one after the other and each makes its own data.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    actionTimeout: 15_000,
    launchOptions,
    locale: "pt-BR",
    timezoneId: "America/Sao_Paulo",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  // The product as a stranger starts it, on a port and with data of its own.
  webServer: {
    command: "npm start",
    url: `${baseURL}/readyz`,
    env: {
      PORT: String(port),
      STRIPE_LOCAL_PORT: String(port + 1),
      WHATSAPP_LOCAL_PORT: String(port + 2),
      ALDEIA_DATA_DIR: process.env.ALDEIA_E2E_DATA_DIR ?? ".aldeia-e2e",
    },
    // A developer may keep one running on this port; CI always starts its own.
    reuseExistingServer: !process.env.CI,
    timeout: 420_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
  },
});
