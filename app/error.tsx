"use client";
import { Brand } from "@/components/layout/brand";
import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { useUiTexts } from "@/components/ui/ui-texts";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** The page could not be made. Shows the id under which the log has it, never what the error said. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const texts = useUiTexts().errorPage;
  return (
    <MessagePage
      brand={<Brand />}
      drawing={<HouseDrawing part="lamp" className="h-32 w-52" />}
      title={texts.title}
      actions={
        <Button variant="primary" onClick={reset}>
          {texts.retry}
        </Button>
      }
      below={
        error.digest && (
          <p className="flex flex-wrap items-center justify-center gap-3 text-ink2 text-meta">
            <span>
              {texts.id} <code className="font-semibold text-ink">{error.digest}</code>
            </span>
            <CopyButton text={error.digest} size="sm" variant="quiet" />
          </p>
        )
      }
    >
      {texts.body}
    </MessagePage>
  );
}
