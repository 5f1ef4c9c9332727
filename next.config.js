import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/platform/i18n/request.ts");

// Held by every answer; the Content-Security-Policy of pages has a nonce and is made in proxy.ts.
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(self), geolocation=(), microphone=(), payment=()" },
];

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.ALDEIA_DIST_DIR ?? ".next",
  poweredByHeader: false,
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
  reactStrictMode: true,
  serverExternalPackages: ["pdfkit", "pino", "pg", "graphile-worker", "sharp", "nodemailer", "web-push"],
  // Type errors are found by `npm run check`, once, not again in every build.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: "26mb" } },
};

export default withNextIntl(config);
