"""One queue on SimPy: python3 simpy_queue.py ARRIVE SERVERS PATIENCE CUSTOMERS SEED."""
import json
import platform
import random
import sys
import time

import simpy

arrive, servers, patience = float(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
customers, seed = int(sys.argv[4]), int(sys.argv[5])
endless = patience == float("inf")
draw = random.Random(seed).expovariate
served, waited = 0, 0.0


def customer(env, desk):
    global served, waited
    came = env.now
    with desk.request() as turn:
        if endless:
            yield turn
        else:
            yield turn | env.timeout(draw(1 / patience))
            if not turn.triggered:
                return
        served += 1
        waited += env.now - came
        yield env.timeout(draw(1.0))


def source(env, desk):
    for _ in range(customers):
        yield env.timeout(draw(arrive))
        env.process(customer(env, desk))


began, used = time.perf_counter(), time.process_time()
env = simpy.Environment()
env.process(source(env, simpy.Resource(env, servers)))
env.run()
seconds = min(time.perf_counter() - began, time.process_time() - used)
print(
    json.dumps(
        {
            "count": customers,
            "seconds": seconds,
            "wait": waited / served,
            "what": f"SimPy {simpy.__version__} on {platform.python_implementation()}",
        }
    )
)
