import { writeFileSync } from "node:fs";
import { permissionsDocument, permissionsPath } from "./checks/permissions-document";

writeFileSync(permissionsPath, permissionsDocument());
