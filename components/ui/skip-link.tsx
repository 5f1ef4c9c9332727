export function SkipLink({ children, target = "main" }: { children: string; target?: string }) {
  return (
    <a
      href={`#${target}`}
      className="sr-only z-50 rounded-control bg-porta px-4 py-3 font-semibold text-on-porta focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
    >
      {children}
    </a>
  );
}
