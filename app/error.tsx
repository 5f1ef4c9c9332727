"use client";
import { Brand } from "@/components/layout/brand";
import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";
import { useUiTexts } from "@/components/ui/ui-texts";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** The page could not be made. Rides along with every page, hence so plain. Shows the id under which the log has it, never what the error said. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const texts = useUiTexts().errorPage;
  return (
    <MessagePage
      brand={<Brand />}
      title={texts.title}
      actions={
        <Button variant="primary" onClick={reset}>
          {texts.retry}
        </Button>
      }
      below={
        error.digest && (
          <p className="text-ink2 text-meta">
            {texts.id} <code className="select-all font-semibold text-ink">{error.digest}</code>
          </p>
        )
      }
    >
      {texts.body}
    </MessagePage>
  );
}
