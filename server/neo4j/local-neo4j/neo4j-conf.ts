/** Settings of the managed database. Why each differs from Neo4j's default stands beside it. */
export function neo4jConf(port: number, extra: Readonly<Record<string, string>> = {}): string {
  const settings: Record<string, string> = {
    'server.bolt.enabled': 'true',
    'server.bolt.listen_address': `127.0.0.1:${String(port)}`,
    'dbms.security.auth_enabled': 'true',
    // Otherwise an empty home takes 500 MB.
    'db.tx_log.preallocate': 'false',
    'db.tx_log.rotation.size': '64M',
    'db.tx_log.rotation.retention_policy': '128M size',
    'server.memory.pagecache.size': '256M',
    // Community has no brakes of its own: by default both are endless.
    'db.transaction.timeout': '30s',
    'db.lock.acquisition.timeout': '10s',
    'dbms.security.allow_csv_import_from_file_urls': 'false',
    // Nothing leaves this machine.
    'dbms.usage_report.enabled': 'false',
    // Two waits of 5 s each would otherwise make up most of the time to stop.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
    ...extra,
  }
  return `# Written by Throughline at every start: changes made here are lost.\n${Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')}\n`
}
