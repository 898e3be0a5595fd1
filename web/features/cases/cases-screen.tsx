import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { casesQuery } from '#web/api/cases.ts'
import { AddressSearchField } from '#web/ui/address-search-field.tsx'
import { Button } from '#web/ui/button.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { Card, Panel } from '#web/ui/panel.tsx'
import { Screen, ScreenHead } from '#web/ui/screen.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { useViewParams } from '#web/ui/use-view-params.ts'
import { AddToCanvas } from './add-to-canvas.tsx'
import { filterOf, type FilterPart, removal } from './case-filter.ts'
import { CaseRows, pageSize, Paging } from './case-rows.tsx'
import styles from './cases.module.css'
import { Facets } from './facets.tsx'
import { FilterChips } from './filter-chips.tsx'
import { NoCases } from './no-cases.tsx'
import { TimePanel } from './time-panel.tsx'

function countWords(total: number, page: number, shown: number): string {
  if (total === 0) return 'no case'
  const first = (page - 1) * pageSize + 1
  const all = `${total.toLocaleString('en')} ${total === 1 ? 'case' : 'cases'}`
  return total <= pageSize ? `${all}, newest first` : `${all}, newest first: ${first} to ${first + shown - 1}`
}

/** All cases under the shared filter, claim beside disproof, with what they are made of. */
export function CasesScreen() {
  const [params, change] = useViewParams()
  const [isSideOpen, setSideOpen] = useState(false)
  const filter = filterOf(params)
  const page = Number(params.page ?? '1')
  const answer = useQuery(casesQuery({ ...filter, limit: pageSize, offset: (page - 1) * pageSize }))
  const remove = (part: FilterPart) => change(removal(part))
  const data = answer.data
  return (
    <Screen title="Cases" wide>
      <ScreenHead
        title="Cases"
        lead="Each case is a claim that fact-checkers reviewed, with its disproof. The filter is part of the link and, but for words and an import, holds on the other screens too."
        actions={data !== undefined && <AddToCanvas filter={filter} total={data.total} />}
      />
      <div className={styles['bar']}>
        <AddressSearchField label="Words in titles, claims and disproofs" className={styles['search'] ?? ''} maxLength={200} value={params.q ?? ''} onSettled={(q) => change({ q: q === '' ? undefined : q, page: undefined })} />
        <Button className={styles['sideSwitch']} aria-expanded={isSideOpen} onPress={() => setSideOpen(!isSideOpen)}>
          {isSideOpen ? 'Hide what to narrow by' : 'Narrow down'}
        </Button>
      </div>
      <FilterChips filter={filter} onRemove={remove} />
      <div className={styles['layout']}>
        <aside className={styles['side']} data-open={isSideOpen} aria-label="Narrow down">
          {data === undefined ? (
            !answer.isError && (
              <Card>
                <SkeletonLines label="Loading what the cases are made of" lines={14} />
              </Card>
            )
          ) : (
            <Facets facets={data.facets} chosen={filter} onToggle={(field, id) => change({ [field]: filter[field] === id ? undefined : id, page: undefined })} />
          )}
        </aside>
        <div className={styles['main']}>
          <TimePanel filter={filter} onWindow={(window) => change({ ...window, page: undefined })} />
          {answer.isError ? (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          ) : data === undefined ? (
            <Card>
              <SkeletonLines label="Loading cases" lines={16} />
            </Card>
          ) : data.total === 0 ? (
            <Card>
              <NoCases filter={filter} onRemove={remove} />
            </Card>
          ) : data.cases.length === 0 ? (
            <Card>
              <p className={styles['quiet']}>This page lies behind the last one.</p>
              <Button onPress={() => change({ page: undefined })}>To the first page</Button>
            </Card>
          ) : (
            <Panel title={countWords(data.total, page, data.cases.length)} aside={answer.isPlaceholderData ? 'loading…' : undefined}>
              <CaseRows cases={data.cases} isStale={answer.isPlaceholderData} />
            </Panel>
          )}
          {data !== undefined && <Paging page={page} total={data.total} />}
        </div>
      </div>
    </Screen>
  )
}
