import { getTranslations } from "next-intl/server";
import { Brand } from "@/components/layout/brand";
import { MessagePage } from "@/components/layout/message-page";
import { buttonStyle } from "@/components/ui/button-style";
import { HouseDrawing } from "@/components/ui/house-drawing";

export default async function NotFound() {
  const t = await getTranslations("errors.notFound");
  return (
    <MessagePage
      brand={<Brand />}
      drawing={<HouseDrawing part="letterbox" className="h-32 w-52" />}
      title={t("title")}
      actions={
        <a href="/" className={buttonStyle("primary")}>
          {t("home")}
        </a>
      }
    >
      {t("body")}
    </MessagePage>
  );
}

export async function generateMetadata() {
  const t = await getTranslations("errors.notFound");
  return { title: t("title") };
}
