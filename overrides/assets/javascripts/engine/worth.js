// The net present value alone: the tornado and the simulation ask for it thousands of times.
import { emptyBuckets, idle, keptOf } from "./model.js";

/** (constants, inputs and formulas that give one number) → the net present value alone, for the drivers that count; a
 *  group of costs that varies is multiplied by its factor, where `values` hold one. */
export function worthOf(model, counted = null) {
  const drivers = Object.entries(model.drivers)
    .filter(([id]) => !counted || counted.includes(id))
    .map(([id, { bucket, kind }]) => [id, bucket, `risk_adjust_${kind}`]);
  const unused = counted ? idle(model, counted) : [],
    released = model.releasing.map((name) => [name, unused.includes(name)]);
  return (values, scalars = values) => {
    const given = emptyBuckets(model);
    for (const [id, bucket, share] of drivers) given[bucket] += keptOf(scalars[id], values[share]);
    for (const [name, idle] of released) given[name] = idle ? 0 : values[name];
    return model.worth(values, scalars, given);
  };
}
