let d = Double.nan
print(Int(d))
