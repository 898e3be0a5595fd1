/*
 * Runs inside Java (Mozilla Rhino), never in Node: the published Neo4j jars have no main class, so this starts the
 * server through its embedding API. Arguments: the database's home folder, its neo4j.conf.
 */
/* global arguments, java, Packages */
/* eslint-disable no-undef */
try {
  var home = java.nio.file.Paths.get(arguments[0])
  var conf = java.nio.file.Paths.get(arguments[1])
  var management = new Packages.org.neo4j.dbms.api.DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(conf).build()
  java.lang.Runtime.getRuntime().addShutdownHook(
    new java.lang.Thread(function () {
      management.shutdown()
      java.lang.System.out.println('throughline: database closed')
    }),
  )
  java.lang.System.out.println('throughline: database open')
} catch (error) {
  java.lang.System.out.println('throughline: database failed to open: ' + error)
  if (error.javaException) error.javaException.printStackTrace()
  java.lang.System.exit(1)
}
// Standard input is a pipe held by the app. It ends when the app closes it, and also when the app is killed: no orphan either way.
while (java.lang.System['in'].read() !== -1) {
  // nothing is ever sent
}
java.lang.System.exit(0)
