import "server-only";
import pg from "pg";

const SET_TENANT = "select set_config('app.tenant_id',$1,true)";
const SET_TENANT_NAME = "set_tenant";

/** The parts of pg's wire-protocol objects that a query of our own touches. */
type Connection = {
  parse(message: { name: string; text: string }): void;
  bind(message: {
    portal: string;
    statement: string;
    values: string[];
    binary: boolean;
    valueMapper: (v: unknown) => unknown;
  }): void;
  execute(message: { portal: string; rows: number }): void;
  tenantStatementReady?: boolean;
};
type QueryInternals = {
  prepare(connection: Connection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
};
type Callback = (error: (Error & { code?: string }) | undefined, result: pg.QueryResult) => void;
const QueryBase = pg.Query as unknown as new (
  config: unknown,
  values: unknown,
  callback: Callback,
) => pg.Query & QueryInternals;

/**
 * One query that sets the tenant and runs in one round trip: both travel before one Sync, which makes them one implicit
 * transaction, so the setting is gone afterwards and a pooler in transaction mode is safe (docs/decisions/0002).
 */
export class TenantQuery extends QueryBase {
  readonly #tenantId: string;
  #answeringSetTenant = false;

  constructor(tenantId: string, config: unknown, values: unknown, callback: Callback) {
    super(config, values, callback);
    this.#tenantId = tenantId;
  }

  requiresPreparation(): boolean {
    return true;
  }

  override prepare(connection: Connection): void {
    if (!connection.tenantStatementReady) {
      connection.parse({ name: SET_TENANT_NAME, text: SET_TENANT });
      connection.tenantStatementReady = true;
    }
    const values = [this.#tenantId];
    connection.bind({
      portal: "",
      statement: SET_TENANT_NAME,
      values,
      binary: false,
      valueMapper: (value) => value,
    });
    connection.execute({ portal: "", rows: 0 });
    this.#answeringSetTenant = true;
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (!this.#answeringSetTenant) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.#answeringSetTenant) this.#answeringSetTenant = false;
    else super.handleCommandComplete(message, connection);
  }
}
