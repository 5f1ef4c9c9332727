import { getTranslations } from "next-intl/server";
import { buttonStyle } from "@/components/ui/button-style";

/** How the sending went, as files to hand on. */
export async function ReportLinks({ path }: { path: string }) {
  const t = await getTranslations("announcements.report");
  return (["pdf", "png"] as const).map((format) => (
    <a key={format} className={buttonStyle()} href={`${path}/${format}`} download>
      {t(format)}
    </a>
  ));
}
