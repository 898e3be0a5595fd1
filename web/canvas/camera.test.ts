import { describe, expect, it } from 'vitest'
import { cameraAfterResize, fitCamera } from './camera.ts'

const tall = [0, 200, 400, 600].map((y) => ({ x: 0, y }))
const large = { width: 700, height: 800 }
const small = { width: 700, height: 420 }

describe('cameraAfterResize', () => {
  const fitted = fitCamera(tall, large.width, large.height)
  if (fitted === null) throw new Error('nothing to fit')

  it('fits a picture again that was seen whole and would now be cut', () => {
    const after = cameraAfterResize(fitted, tall, large, small)
    expect(after).toEqual(fitCamera(tall, small.width, small.height))
    expect(after.zoom).toBeLessThan(fitted.zoom)
  })
  it('keeps the middle where all is still seen, and where somebody had gone close before', () => {
    const close = { x: 0, y: 300, zoom: 3 }
    expect(cameraAfterResize(fitted, tall, large, { ...large, width: 500 })).toBe(fitted)
    expect(cameraAfterResize(close, tall, large, small)).toBe(close)
    expect(cameraAfterResize(fitted, tall, { width: 0, height: 0 }, small)).toBe(fitted)
  })
})
