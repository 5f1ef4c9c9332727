/**
 * The Content-Security-Policy of a page: scripts only with this answer's nonce (and what those load), nothing framed,
 * nothing from elsewhere. Style attributes are allowed, as React writes them for measures that are data.
 */
export function contentSecurityPolicy(options: {
  nonce: string;
  isDevelopment: boolean;
  /** Hosts that a form may lead on to: without script a checkout is a redirected form. */
  formTargets: readonly string[];
}): string {
  const { nonce, isDevelopment, formTargets } = options;
  const directives = {
    "default-src": ["'self'"],
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(isDevelopment ? ["'unsafe-eval'"] : []),
    ],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "media-src": ["'self'", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'", ...formTargets],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}
