print("planledger")
