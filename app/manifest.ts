import type { MetadataRoute } from "next";
import { getTranslations } from "next-intl/server";

/** What a phone needs to keep Aldeia on its home screen. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations("layout");
  return {
    name: "Aldeia",
    short_name: "Aldeia",
    description: t("description"),
    id: "/",
    start_url: "/inicio",
    display: "standalone",
    background_color: "#fcfaf6",
    theme_color: "#fcfaf6",
    icons: [
      { src: "/app-icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/app-icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/app-icon-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
