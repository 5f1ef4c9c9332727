"use client";
import { globalErrorTexts } from "./global-error-texts";
import "./globals.css";

type GlobalErrorProps = { error: Error & { digest?: string } };

export default function GlobalError({ error }: GlobalErrorProps) {
  const language = typeof navigator === "undefined" ? "pt" : navigator.language.slice(0, 2);
  const texts = language === "en" || language === "es" ? globalErrorTexts[language] : globalErrorTexts.pt;
  return (
    <html lang={language}>
      <body>
        <title>{texts.title}</title>
        <main className="mx-auto grid min-h-dvh max-w-form content-center justify-items-start gap-4 px-6">
          <h1>{texts.title}</h1>
          <p className="text-ink2">{texts.body}</p>
          {error.digest && <code className="text-meta">{error.digest}</code>}
          <button
            type="button"
            className="min-h-11 rounded-control bg-porta px-4 font-semibold text-on-porta"
            onClick={() => location.reload()}
          >
            {texts.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
