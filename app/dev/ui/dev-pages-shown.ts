import "server-only";

/** Development pages are shown in development, and elsewhere when ALDEIA_DEV_PAGES=1. */
export function devPagesShown(): boolean {
  // biome-ignore lint/style/noProcessEnv: the compiler replaces NODE_ENV, the other is read at each request
  const { NODE_ENV, ALDEIA_DEV_PAGES } = process.env;
  return NODE_ENV !== "production" || ALDEIA_DEV_PAGES === "1";
}
