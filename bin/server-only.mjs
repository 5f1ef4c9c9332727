// Lets plain Node processes (worker, command, tests of them) import files that begin with `import "server-only"`:
// the guard is for the browser bundle; here everything is the server.
import { registerHooks } from "node:module";

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "server-only") return { url: "data:text/javascript,", shortCircuit: true };
    return next(specifier, context);
  },
});
