import { byTime } from './by-time.ts'
import { circle } from './circle.ts'
import { force } from './force.ts'
import type { LayoutAnswer, LayoutRequest, Placed } from './layout-input.ts'
import { placeNew } from './place-new.ts'

function solve({ task, input }: LayoutRequest): Placed {
  switch (task) {
    case 'place':
      return placeNew(input)
    case 'force':
      return force(input)
    case 'time':
      return byTime(input)
    case 'circle':
      return circle(input)
  }
}

self.addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  const answer: LayoutAnswer = { job: event.data.job, placed: solve(event.data) }
  self.postMessage(answer)
})
