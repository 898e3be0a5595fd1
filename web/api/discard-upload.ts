import { discardUploadEndpoint } from '#graph-schema/api/uploads.ts'
import { callApi } from './client.ts'

/** Has the server forget a file; what was imported of it stays. */
export const discardUpload = (id: string) => callApi(discardUploadEndpoint, { params: { id } })
