// How the browser tests run; tests/browser/run.ts has built and serves the sites they look at.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 2,
  reporter: [['list']],
  timeout: 30_000,
  use: {
    baseURL: process.env['SITE_SHIPPED'] ?? '',
    browserName: 'chromium',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '',
      // Chromium refuses its sandbox to root, which is who runs in a container.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
