import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/platform/i18n/request.ts");

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.ALDEIA_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["pdfkit", "pino", "pg", "graphile-worker", "sharp", "nodemailer"],
  // Type errors are found by `npm run check`, once, not again in every build.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: "26mb" } },
};

export default withNextIntl(config);
