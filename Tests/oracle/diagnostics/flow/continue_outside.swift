if true { continue }
