# language: vi
Tính năng: Một hồ sơ tại cửa sổ làm việc
  Từ lúc đăng nhập đến lúc trả kết quả, cán bộ chỉ dùng bàn phím (Nghị định 118/2025/NĐ-CP, Điều 17,
  Điều 18; Nghị định 61/2018/NĐ-CP, Điều 20).

  Bối cảnh:
    Biết cán bộ đã đăng nhập bằng mã PIN
    Và bà "Đỗ Thị Ưởng" đã nộp hồ sơ thủ tục "1.004884"

  Tình huống: Chuyển chuyên viên, có kết quả rồi trả
    Khi cán bộ mở hồ sơ ấy
    Và bấm Alt+C, gõ "quang van son" rồi bấm Ctrl+Enter
    Thì màn hình ghi hồ sơ "Đang giải quyết", ở "Quàng Văn Sơn"
    Khi bấm Alt+K rồi bấm Ctrl+Enter
    Thì màn hình ghi hồ sơ "Có kết quả, chờ trả", ở "Quàng Văn Sơn"
    Khi bấm Alt+T rồi bấm Ctrl+Enter
    Thì màn hình ghi hồ sơ "Đã trả kết quả", không ai giữ
    Và biên nhận trả kết quả đã in

  Tình huống: Đã trả kết quả thì không dừng theo yêu cầu được nữa
    Khi cán bộ mở hồ sơ ấy
    Và bấm Alt+K rồi bấm Ctrl+Enter
    Và bấm Alt+T rồi bấm Ctrl+Enter
    Thì màn hình không còn mời việc "Dừng theo yêu cầu"
