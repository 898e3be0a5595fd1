import { uploadByIdEndpoint, type Upload } from '#graph-schema/api/uploads.ts'
import { callApi } from './client.ts'

/** A file that was sent, as it is recognised now. */
export const fetchUpload = (id: string, signal?: AbortSignal): Promise<Upload> => callApi(uploadByIdEndpoint, { params: { id }, ...(signal === undefined ? {} : { signal }) })
