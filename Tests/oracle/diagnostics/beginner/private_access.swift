struct Account {
  private var balance = 3
}
print(Account().balance)
