import "server-only";
import { devPages } from "@/lib/platform/env";

/** Development pages are shown in development, and elsewhere when ALDEIA_DEV_PAGES=1. */
export function devPagesShown(): boolean {
  // biome-ignore lint/style/noProcessEnv: the compiler puts the value in while building
  return process.env.NODE_ENV !== "production" || devPages();
}
