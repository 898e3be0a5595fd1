import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { formerLinksWords } from '#graph-schema/api/taxonomy.ts'
import { formerLinksQuery, linkAnewMutation, taxonomyProgressQuery } from '#web/api/taxonomy.ts'
import { Button } from './button.tsx'
import { ErrorState } from './error-state.tsx'
import styles from './former-links.module.css'
import { LinkingBar } from './linking-bar.tsx'
import { showToast } from './toast-store.ts'

/** Says that links were made with a former edition of the taxonomy or the model, and links all cases anew. Nothing where none were. */
export function FormerLinksNotice() {
  const client = useQueryClient()
  const answer = useQuery(formerLinksQuery())
  const linking = useMutation({
    ...linkAnewMutation(),
    onSuccess: async ({ cases }) => {
      showToast(`${cases.toLocaleString('en')} cases linked anew`)
      // Links changed everywhere.
      await client.invalidateQueries()
    },
  })
  const progress = useQuery(taxonomyProgressQuery(linking.isPending))
  const former = answer.data?.former ?? null
  if (former === null && !linking.isPending) return null
  return (
    <section aria-label="Links of a former edition" className={styles['notice']}>
      {former !== null && (
        <p>
          <strong>{formerLinksWords(former)}</strong> An import or linking anew ended halfway, or taxonomy or model changed without it. Until all cases are linked anew, links and counts may mix editions. What people decided stays.
        </p>
      )}
      {linking.isPending ? (
        <LinkingBar label="Linking all cases anew" progress={progress.data?.running ?? null} />
      ) : (
        <Button size="small" onPress={() => linking.mutate()}>
          Link all cases anew
        </Button>
      )}
      {linking.isError && <ErrorState error={linking.error} isBrief />}
    </section>
  )
}
