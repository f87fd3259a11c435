struct P {}
print(P() == P())
